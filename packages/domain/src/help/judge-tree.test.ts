/** Files of decision trees: what is taken, and each thing that is refused, with its place (R61, F63). */
import { describe, expect, it } from "vitest";
import { smallTree } from "../../testing/small-tree.js";
import { judgeTree } from "./judge-tree.js";
import { treeFaultSentence } from "./tree-faults.js";

// Planted faults make a tree that no type would take.
// biome-ignore lint/suspicious/noExplicitAny: the tests break the tree on purpose.
type Loose = any;

const sentencesOf = (plant: (tree: Loose) => void): readonly string[] => {
  const tree: Loose = smallTree();
  plant(tree);
  const judged = judgeTree(tree);
  return judged.ok ? [] : judged.faults.map(treeFaultSentence);
};
const both = (text: string) => ({ en: text, ro: `${text} (ro)` });

/** A line of `length` questions, the last leading to both ends. */
const line = (length: number): Loose => {
  const tree: Loose = smallTree();
  const { solved, unsolved } = tree.steps;
  tree.start = "q1";
  tree.steps = { solved, unsolved };
  for (let at = 1; at <= length; at += 1) {
    const [yes, no] = at === length ? ["solved", "unsolved"] : [`q${at + 1}`, "unsolved"];
    tree.steps[`q${at}`] = {
      kind: "question",
      text: both(`Question ${at}`),
      commands: [],
      answers: [
        { id: "yes", label: both("Yes"), next: yes },
        { id: "no", label: both("No"), next: no },
      ],
    };
  }
  return tree;
};

describe("the file of a decision tree", () => {
  it("F63: a whole tree is taken, and what may be left out is filled in", () => {
    const tree: Loose = smallTree();
    delete tree.steps.look.commands;
    delete tree.steps.output.multiline;
    delete tree.steps.output.optional;
    const judged = judgeTree(tree);
    if (!judged.ok) throw new Error(judged.faults.map(treeFaultSentence).join("\n"));
    expect(judged.tree.steps.look).toMatchObject({ commands: [] });
    expect(judged.tree.steps.output).toMatchObject({ multiline: false, optional: false });
  });

  it("F63: a path of fourteen steps is taken, one of fifteen is refused at the step too many", () => {
    expect(judgeTree(line(13)).ok).toBe(true);
    const judged = judgeTree(line(14));
    expect(judged.ok ? [] : judged.faults.map(treeFaultSentence)).toEqual([
      "steps.unsolved comes after 14 steps on one path: no path may be longer",
      "steps.solved comes after 14 steps on one path: no path may be longer",
    ]);
  });

  it.each<[string, (tree: Loose) => void, readonly string[]]>([
    [
      "nothing at all",
      (tree) => Object.keys(tree).map((key) => delete tree[key]),
      [
        "slug is missing",
        "version is missing",
        "family is missing",
        "problems is missing",
        "article is missing",
        "title is missing",
        "start is missing",
        "steps is missing",
      ],
    ],
    [
      "a name that no tree has",
      (tree) => {
        tree.author = "x";
      },
      ["author is no name that a tree knows"],
    ],
    [
      "a kind that no step has",
      (tree) => {
        tree.steps.look.kind = "riddle";
      },
      ["steps.look.kind has the wrong form"],
    ],
    [
      "an outcome that no end has",
      (tree) => {
        tree.steps.solved.outcome = "maybe";
      },
      ["steps.solved.outcome has the wrong form"],
    ],
    [
      "a shell that nobody has",
      (tree) => {
        tree.steps.look.commands[0].shell = "bash";
      },
      ["steps.look.commands.0.shell has the wrong form"],
    ],
    [
      "Romanian missing",
      (tree) => {
        delete tree.steps.look.answers[1].label.ro;
      },
      ["steps.look.answers.1.label.ro is missing"],
    ],
    [
      "Romanian empty",
      (tree) => {
        tree.steps.look.text.ro = " ";
      },
      ["steps.look.text.ro is empty"],
    ],
    [
      "Romanian not translated",
      (tree) => {
        tree.steps.look.text.ro = tree.steps.look.text.en;
      },
      ["steps.look.text says the same in English and in Romanian"],
    ],
    [
      "a title not translated",
      (tree) => {
        tree.title.ro = tree.title.en;
      },
      ["title says the same in English and in Romanian"],
    ],
    [
      "a cedilla",
      (tree) => {
        tree.steps.look.text.ro = "Funcţionează?";
      },
      ["steps.look.text.ro has a cedilla where Romanian has a comma below (ș, ț)"],
    ],
    [
      "a text too long",
      (tree) => {
        tree.steps.look.text.en = "x".repeat(1501);
      },
      ["steps.look.text.en is longer than 1500 characters"],
    ],
    [
      "a control character",
      (tree) => {
        tree.steps.look.answers[0].label.en = "Yes\u0007";
      },
      ["steps.look.answers.0.label.en holds a control character or half a character"],
    ],
    [
      "too many answers",
      (tree) => {
        tree.steps.look.answers = Array.from({ length: 7 }, (_, at) => ({
          ...tree.steps.look.answers[0],
          id: `a${at}`,
        }));
      },
      ["steps.look.answers has more than 6 entries"],
    ],
    [
      "a step with capitals",
      (tree) => {
        tree.steps.Spare = tree.steps.solved;
      },
      ["steps.Spare is not made of small letters, digits and hyphens"],
    ],
    [
      "an answer with a space",
      (tree) => {
        tree.steps.look.answers[0].id = "y s";
      },
      ["steps.look.answers.0.id is not made of small letters, digits and hyphens"],
    ],
    [
      "an answer twice",
      (tree) => {
        tree.steps.look.answers[1].id = "yes";
      },
      ['steps.look.answers.1.id is a second answer called "yes"'],
    ],
    [
      "a problem twice",
      (tree) => {
        tree.problems.push(tree.problems[0]);
      },
      ['problems.1 names "account-lockouts" a second time'],
    ],
    [
      "a start that is nowhere",
      (tree) => {
        tree.start = "begin";
      },
      [
        'start leads to "begin", which is no step of this tree',
        "steps.look cannot be reached from the start",
        "steps.output cannot be reached from the start",
        "steps.solved cannot be reached from the start",
        "steps.unsolved cannot be reached from the start",
      ],
    ],
    [
      "an answer that leads nowhere",
      (tree) => {
        tree.steps.look.answers[1].next = "outputs";
      },
      [
        'steps.look.answers.1.next leads to "outputs", which is no step of this tree',
        "steps.output cannot be reached from the start",
        "steps.unsolved cannot be reached from the start",
      ],
    ],
    [
      "a name that every object has",
      (tree) => {
        tree.steps.output.next = "constructor";
      },
      [
        'steps.output.next leads to "constructor", which is no step of this tree',
        "steps.unsolved cannot be reached from the start",
      ],
    ],
    [
      "a dead end",
      (tree) => {
        tree.steps.look.answers[0].next = "stuck";
        tree.steps.stuck = { ...tree.steps.look, answers: [] };
      },
      ["steps.stuck is a dead end: a question without answers", "steps.solved cannot be reached from the start"],
    ],
    [
      "a question with one answer",
      (tree) => {
        tree.steps.look.answers.shift();
        tree.steps.output.next = "solved";
      },
      [
        "steps.look.answers has one answer only: a question needs two",
        "steps.unsolved cannot be reached from the start",
      ],
    ],
    [
      "a loop",
      (tree) => {
        tree.steps.output.next = "look";
      },
      ['steps.output.next leads back to "look": a loop', "steps.unsolved cannot be reached from the start"],
    ],
    [
      "a step that leads to itself",
      (tree) => {
        tree.steps.output.next = "output";
      },
      ['steps.output.next leads back to "output": a loop', "steps.unsolved cannot be reached from the start"],
    ],
    [
      "a loop that the start does not reach",
      (tree) => {
        tree.steps.spare = { ...tree.steps.output, next: "spare" };
      },
      ['steps.spare.next leads back to "spare": a loop', "steps.spare cannot be reached from the start"],
    ],
    [
      "no solved end",
      (tree) => {
        tree.steps.solved.outcome = "unsolved";
      },
      ["the tree has no end where the problem is solved"],
    ],
    [
      "no unsolved end",
      (tree) => {
        tree.steps.unsolved.outcome = "solved";
      },
      ["the tree has no end where the problem is not solved"],
    ],
    [
      "more steps than a tree has",
      (tree) => {
        for (let at = 0; at < 40; at += 1) tree.steps[`spare-${at}`] = { ...tree.steps.solved };
        tree.steps.look.answers[0].next = "spare-0";
      },
      [
        "steps has more than 40 entries",
        ...["solved", ...Array.from({ length: 39 }, (_, at) => `spare-${at + 1}`)].map(
          (id) => `steps.${id} cannot be reached from the start`,
        ),
      ],
    ],
  ])("F63: %s is refused where it stands", (_name, plant, sentences) => {
    expect(sentencesOf(plant)).toEqual(sentences);
  });

  it.each([[null], [[]], ["tree"], [7]])("F63: %j is no tree", (value) => {
    const judged = judgeTree(value);
    expect(judged.ok ? [] : judged.faults.map(treeFaultSentence)).toEqual(["the tree has the wrong form"]);
  });
});
