package org.lagroups.core.monitor;

/**
 * The one message of the heartbeat protocol. It says "I am here", and "I have heard you", which
 * together prove both directions, as do the report blocks of RTP's control protocol (RFC 3550,
 * section 6.4.1).
 *
 * @param counter of the sender's beats to this peer; {@link #NONE} if it is not to be echoed
 * @param echoedCounter of the beat heard last from this peer; {@link #NONE} if none was
 * @param echoDelayMicros since when that one has been here, 0 to {@link #MAX_ECHO_DELAY_MICROS}
 * @param wantsReply whether an answer is wanted at once
 */
record Beat(long counter, long echoedCounter, long echoDelayMicros, boolean wantsReply) {

  /** No beat. */
  static final long NONE = 0;

  /** The greatest counter: its encoding takes seven bytes. */
  static final long MAX_COUNTER = (1L << 49) - 1;

  /** The longest delay of an echo that means anything: one day in microseconds. */
  static final long MAX_ECHO_DELAY_MICROS = 86_400_000_000L;

  Beat {
    if (!isInRange(counter, echoedCounter, echoDelayMicros, wantsReply)) {
      throw new IllegalArgumentException(
          "out of range: %d %d %d".formatted(counter, echoedCounter, echoDelayMicros));
    }
  }

  /** Whether there is such a beat. One that wants an answer has to be numbered. */
  static boolean isInRange(
      long counter, long echoedCounter, long echoDelayMicros, boolean wantsReply) {
    return isCounter(counter)
        && isCounter(echoedCounter)
        && echoDelayMicros >= 0
        && echoDelayMicros <= MAX_ECHO_DELAY_MICROS
        && !(wantsReply && counter == NONE);
  }

  private static boolean isCounter(long value) {
    return value >= NONE && value <= MAX_COUNTER;
  }
}
