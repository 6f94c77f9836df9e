package org.lagroups.wormguard.api;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a signature stands on: payloads in which its content was noticed, and how far that had
 * spread. Nobody but its origin can check the counts; the payloads are what gateways test.
 *
 * @param signature its ID
 * @param packets packets that had the content, since it was prevalent
 * @param sources about how many addresses sent it
 * @param destinations about how many it was sent to
 * @param scanners how many of the samples' sources were scanning at that time
 * @param firstMillis when it became prevalent, wall-clock milliseconds since 1970-01-01 UTC
 * @param lastMillis when it was seen last
 */
public record EvidenceView(
    String signature,
    long packets,
    int sources,
    int destinations,
    int scanners,
    long firstMillis,
    long lastMillis,
    List<Sample> samples) {

  /** The code of the error when a signature was offered with something else. */
  public static final String BAD_EVIDENCE = "bad-evidence";

  public EvidenceView {
    samples = List.copyOf(samples);
  }

  /**
   * A packet's payload, or the part of it around what was noticed.
   *
   * @param protocol {@code tcp} or {@code udp}
   * @param direction {@code to-server} or {@code to-client} of its flow; empty if unknown
   * @param isEstablished whether the flow was established
   * @param payload in hexadecimal
   */
  public record Sample(
      int ipVersion,
      String protocol,
      int sourcePort,
      int destinationPort,
      String direction,
      boolean isEstablished,
      String payload) {

    private static final int BYTES_PER_LINE = 16;

    /**
     * The payload for people: 16 bytes in a line, in hexadecimal and as characters. What is no
     * printable ASCII is a dot, so that whoever made the payload has no way to say anything else.
     *
     * @throws IllegalArgumentException if the payload is not in hexadecimal
     */
    public List<String> dump() {
      byte[] bytes = HexFormat.of().parseHex(payload);
      List<String> lines = new ArrayList<>();
      for (int at = 0; at < bytes.length; at += BYTES_PER_LINE) {
        StringBuilder digits = new StringBuilder();
        StringBuilder characters = new StringBuilder();
        for (int i = at; i < Math.min(bytes.length, at + BYTES_PER_LINE); i++) {
          digits.append(HexFormat.of().toHexDigits(bytes[i])).append(' ');
          characters.append(bytes[i] >= ' ' && bytes[i] <= '~' ? (char) bytes[i] : '.');
        }
        lines.add("%04x  %-48s %s".formatted(at, digits, characters));
      }
      return lines;
    }
  }
}
