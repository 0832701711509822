/** The timer of a workshop: it counts down, and sounds softly when the time is over. */

/** What it is set to at first, seconds. */
const FIRST = 5 * 60;
/** By how much it is set longer or shorter, seconds. */
const STEP = 60;
/** The longest time, seconds. */
const LONGEST = 3 * 60 * 60;

class Timer {
  /** How long it runs from the beginning, seconds. */
  length = $state(FIRST);
  /** What is left, seconds. */
  left = $state(FIRST);
  /** Whether it runs. */
  running = $state(false);

  #end = 0;
  #tick: ReturnType<typeof setInterval> | undefined;

  /** Whether its time is over. */
  get over(): boolean {
    return this.left === 0;
  }

  /** What is left, as it is shown: "4:05". */
  get text(): string {
    const [minutes, seconds] = [Math.floor(this.left / 60), this.left % 60];
    return `${minutes}:${String(seconds).padStart(2, "0")}`;
  }

  /** Starts it, from the beginning where its time is over, or holds it. */
  toggle(now = Date.now()): void {
    if (this.running) return this.#stop();
    if (this.over) this.left = this.length;
    this.#end = now + this.left * 1000;
    this.running = true;
    this.#tick = setInterval(() => this.look(), 200);
  }

  /** Looks what is left at an instant, and sounds when nothing is. */
  look(now = Date.now()): void {
    if (!this.running) return;
    this.left = Math.max(0, Math.ceil((this.#end - now) / 1000));
    if (!this.over) return;
    this.#stop();
    sound();
  }

  /** Sets it longer or shorter by a minute; at least one is left. */
  set(by: 1 | -1): void {
    this.length = Math.min(LONGEST, Math.max(STEP, this.length + by * STEP));
    this.reset();
  }

  /** Puts it back to its beginning. */
  reset(): void {
    this.#stop();
    this.left = this.length;
  }

  #stop(): void {
    clearInterval(this.#tick);
    this.running = false;
  }
}

/** Three soft tones, one after the other. */
function sound(): void {
  // Where there is no sound at all, what is seen must do.
  if (typeof AudioContext === "undefined") return;
  const context = new AudioContext();
  [523.25, 659.25, 783.99].forEach((pitch, index) => {
    const at = context.currentTime + index * 0.35;
    const [tone, volume] = [context.createOscillator(), context.createGain()];
    tone.type = "sine";
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.12, at + 0.04);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 1.2);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + 1.3);
    if (index === 2) tone.onended = () => void context.close();
  });
}

/** The timer of this window. */
export const timer = new Timer();
