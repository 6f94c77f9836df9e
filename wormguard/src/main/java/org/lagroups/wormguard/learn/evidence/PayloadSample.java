package org.lagroups.wormguard.learn.evidence;

import java.util.Optional;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.flow.Direction;

/**
 * A packet's payload, with what rules ask of its headers.
 *
 * @param ipVersion 4 or 6
 * @param sourcePort 0–65535
 * @param destinationPort 0–65535
 * @param direction which way of its flow it went, if that is known
 * @param isEstablished whether the flow was established: of TCP, the handshake was seen; of UDP,
 *     packets had gone both ways
 * @param payload 1 to {@link #MAX_PAYLOAD_BYTES} bytes; of a longer one the part around what was
 *     noticed
 */
public record PayloadSample(
    int ipVersion,
    PayloadProtocol protocol,
    int sourcePort,
    int destinationPort,
    Optional<Direction> direction,
    boolean isEstablished,
    Bytes payload) {

  /** How much is kept of a payload. */
  public static final int MAX_PAYLOAD_BYTES = 2_048;

  private static final int MAX_PORT = 65_535;

  public PayloadSample {
    if (ipVersion != 4 && ipVersion != 6) {
      throw new IllegalArgumentException("IP has no version " + ipVersion);
    }
    if (!isPort(sourcePort) || !isPort(destinationPort)) {
      throw new IllegalArgumentException(
          "%d or %d is no port".formatted(sourcePort, destinationPort));
    }
    if (payload.isEmpty() || payload.length() > MAX_PAYLOAD_BYTES) {
      throw new IllegalArgumentException(
          "a sample has %d bytes, and may have 1 to %d"
              .formatted(payload.length(), MAX_PAYLOAD_BYTES));
    }
  }

  private static boolean isPort(int number) {
    return number >= 0 && number <= MAX_PORT;
  }
}
