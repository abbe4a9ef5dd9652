// What a reload of this tab must not lose: who is shown, what was read, what was being written.

/** What was kept under a name in this tab, or `empty`. */
export function kept(name, empty) {
  try {
    return JSON.parse(sessionStorage.getItem(`page-${name}`)) ?? empty;
  } catch {
    return empty; // another version of the page kept something else
  }
}

/** Keep a value of JSON under a name. */
export function keep(name, value) {
  sessionStorage.setItem(`page-${name}`, JSON.stringify(value));
}

/** A map that outlives a reload; keys and values are of JSON. */
export class KeptMap extends Map {
  constructor(name) {
    super(kept(name, []));
    this.name = name;
  }

  set(key, value) {
    super.set(key, value);
    if (this.name) keep(this.name, [...this]); // unset while the parent fills it
    return this;
  }
}
