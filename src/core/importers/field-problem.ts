/** What keeps one row from being a sample: the field and what is wrong with it. Caught where the row becomes an import row. */
export class FieldProblem extends Error {
  readonly field: string;
  constructor(field: string, problem: string) {
    super(problem);
    this.field = field;
  }
}
