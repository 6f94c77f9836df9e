package org.lagroups.scenarios.demo.guard;

import org.lagroups.scenarios.guard.Outbreak;

/**
 * How a gateway filtered the capture of the outbreak.
 *
 * @param gateway which one
 * @param moment when
 * @param worms how many of the worm's packets were in it
 * @param written how many frames came out
 * @param wormsWritten how many of these are the worm's
 * @param isExact whether what came out is, byte by byte and with its times, what went in; without
 *     the worm's packets if none of these came out
 */
public record Pass(
    String gateway, String moment, int worms, long written, int wormsWritten, boolean isExact) {

  /** How many frames the capture has. */
  public static final long FRAMES = Outbreak.ORDINARY + Outbreak.INFECTED;

  /** Whether all came through. */
  boolean isWhole() {
    return isExact && isSound() && wormsWritten == worms && written == FRAMES;
  }

  /** Whether all came through but the worm's packets. */
  boolean isClean() {
    return isExact && isSound() && wormsWritten == 0 && written == Outbreak.ORDINARY;
  }

  private boolean isSound() {
    return worms == Outbreak.INFECTED;
  }

  /** How many of the other frames came out. */
  public long ordinaryWritten() {
    return written - wormsWritten;
  }

  /** One line of it. */
  String line() {
    return "capture filtered at %s: of %,d worm packets %,d came out, of %,d other frames %,d, %s"
        .formatted(
            gateway,
            worms,
            wormsWritten,
            FRAMES - worms,
            ordinaryWritten(),
            isExact ? "each as it went in" : "but not as they went in");
  }
}
