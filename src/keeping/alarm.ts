/** Wakes who sleeps: at once, or when enough time has gone. */
export class Alarm {
  private isRung = false;
  private awaken: () => void = () => {};

  /** Wakes who sleeps, or keeps who would go to sleep next from it. */
  ring(): void {
    this.isRung = true;
    this.awaken();
  }

  /** Settles when it rings, and after `ms` at the latest. */
  async sleep(ms: number): Promise<void> {
    if (!this.isRung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(ms, LONGEST));
        this.awaken = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.isRung = false;
    this.awaken = () => {};
  }
}

/** What a timer can count. In milliseconds. */
const LONGEST = 2 ** 31 - 1;
