/** A browser as far as the sign-in needs one: a cookie jar, redirects followed one by one, forms posted from our own pages. */

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  /** The Set-Cookie line as it came. */
  readonly line: string;
}

export interface NewPersonForm {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly kind: "personal" | "work" | "partner";
  readonly isEmailProven: boolean;
}

export class TestBrowser {
  readonly #cookies = new Map<string, Cookie>();

  constructor(readonly origin: string) {}

  /** One request, no redirect followed; cookies go along and are kept. */
  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, this.origin);
    const headers = new Headers(init.headers);
    const cookie = this.cookieHeader(url.pathname);
    if (cookie !== "") headers.set("cookie", cookie);
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) this.#keep(line, url.pathname);
    return response;
  }

  /** Posts a form as one of our own pages would. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    return this.request(path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { origin: this.origin, "sec-fetch-site": "same-origin" },
    });
  }

  /** Follows redirects below this origin until `stop` holds or a page answers; answers the last response and its path. */
  async follow(
    path: string,
    stop: (path: string) => boolean = () => false,
  ): Promise<{ response: Response; path: string }> {
    let at = path;
    for (let hops = 0; hops < 12; hops += 1) {
      const response = await this.request(at);
      const location = response.headers.get("location");
      if (location === null) return { response, path: at };
      const next = new URL(location, new URL(at, this.origin));
      at = next.pathname + next.search;
      if (next.origin !== this.origin || stop(at))
        return { response, path: next.origin === this.origin ? at : next.href };
    }
    throw new Error(`too many redirects from ${path}`);
  }

  /** Goes to the persona page; answers the path of its interaction. */
  async openPersonaPage(query = ""): Promise<string> {
    const { path, response } = await this.follow(`/auth/login${query}`);
    if (!path.startsWith("/idp/interaction/")) throw new Error(`no persona page, but ${response.status} at ${path}`);
    await response.body?.cancel();
    return path;
  }

  /** Chooses on the persona page and goes on up to, not into, the callback; answers the callback's path. */
  async choose(page: string, fields: Readonly<Record<string, string>>): Promise<string> {
    const answer = await this.post(page, fields);
    const location = answer.headers.get("location");
    if (location === null) throw new Error(`the persona page answered ${answer.status}`);
    const next = new URL(location);
    return (await this.follow(next.pathname + next.search, (path) => path.startsWith("/auth/callback"))).path;
  }

  /** The whole way in; answers the path the portal sends the browser to. */
  async signInAs(personaId: string, query = ""): Promise<string> {
    return this.#enter({ person: personaId }, query);
  }

  async signInAsNew({ isEmailProven, ...form }: NewPersonForm, query = ""): Promise<string> {
    return this.#enter({ ...form, ...(isEmailProven ? { isEmailProven: "on" } : {}) }, query);
  }

  /** Value of the cookie whose name ends so, or null. */
  cookie(name: string): string | null {
    return this.#find(name)?.value ?? null;
  }

  /** The Set-Cookie line of the cookie whose name ends so. */
  cookieLine(name: string): string | null {
    return this.#find(name)?.line ?? null;
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, { name, value, path: "/", line: "" });
  }

  cookieHeader(path = "/"): string {
    return [...this.#cookies.values()]
      .filter((cookie) => path.startsWith(cookie.path))
      .map(({ name, value }) => `${name}=${value}`)
      .join("; ");
  }

  async #enter(fields: Readonly<Record<string, string>>, query: string): Promise<string> {
    const callback = await this.choose(await this.openPersonaPage(query), fields);
    const answer = await this.request(callback);
    return answer.headers.get("location") ?? "";
  }

  #find(name: string): Cookie | undefined {
    return [...this.#cookies.values()].find((cookie) => cookie.name === name || cookie.name === `__Host-${name}`);
  }

  #keep(line: string, requestPath: string): void {
    const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
    const split = pair.indexOf("=");
    const [name, value] = [pair.slice(0, split), pair.slice(split + 1)];
    const path = attributes.find((each) => each.toLowerCase().startsWith("path="))?.slice(5) ?? requestPath;
    const isGone = value === "" || attributes.some((each) => /^max-age=0$|^expires=Thu, 01 Jan 1970/i.test(each));
    if (isGone) this.#cookies.delete(name);
    else this.#cookies.set(name, { name, value, path, line });
  }
}
