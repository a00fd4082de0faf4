/** A tree as small as trees are: a question, a piece of evidence, two ends. For tests, which plant faults in it. */
const both = (text: string) => ({ en: text, ro: `${text} (ro)` });

export const smallTree = () => ({
  slug: "small-tree",
  version: 1,
  family: "windows-server",
  problems: [{ category: "active-directory", problem: "account-lockouts" }],
  article: "ad-account-lockout-source",
  title: both("A small tree"),
  start: "look",
  steps: {
    look: {
      kind: "question",
      text: both("Does the light burn?"),
      commands: [{ shell: "powershell", text: "Get-Date" }],
      answers: [
        { id: "yes", label: both("Yes"), next: "solved" },
        { id: "no", label: both("No"), next: "output" },
      ],
    },
    output: {
      kind: "evidence",
      text: both("Please paste what the command says."),
      commands: [],
      label: both("Output"),
      multiline: true,
      optional: false,
      next: "unsolved",
    },
    solved: { kind: "end", outcome: "solved", text: both("It works.") },
    unsolved: { kind: "end", outcome: "unsolved", text: both("An engineer takes over.") },
  },
});
