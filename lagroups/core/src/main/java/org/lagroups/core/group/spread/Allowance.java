package org.lagroups.core.group.spread;

/**
 * What a peer may cost this node: a burst, and so much a second in the long run.
 *
 * @param burstBytes bytes to decode, at once
 * @param bytesPerSecond bytes to decode
 * @param burstChecks signatures to check, or questions to put to the application, at once
 * @param checksPerSecond signatures to check, or questions to put to the application
 * @param burstAnswerBytes bytes to send it because it asked, at once
 * @param answerBytesPerSecond bytes to send it because it asked
 */
public record Allowance(
    long burstBytes,
    long bytesPerSecond,
    long burstChecks,
    long checksPerSecond,
    long burstAnswerBytes,
    long answerBytesPerSecond) {

  /** Of nodes in a view, and of those that this node itself wants to join or meet again. */
  public static final Allowance ACQUAINTANCE =
      new Allowance(1 << 20, 64 << 10, 512, 64, 1 << 20, 64 << 10);

  /** Of everyone else; strangers get no answers. */
  public static final Allowance STRANGER = new Allowance(128 << 10, 8 << 10, 16, 1, 0, 0);
}
