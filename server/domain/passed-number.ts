/** The number or the day that a document was prepared with has passed to another meanwhile: it is prepared again, and nothing was given. */
export class PassedNumber extends Error {
  constructor() {
    super('the number was taken meanwhile');
    this.name = 'PassedNumber';
  }
}
