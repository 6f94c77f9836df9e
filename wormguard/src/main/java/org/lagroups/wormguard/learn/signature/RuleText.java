package org.lagroups.wormguard.learn.signature;

import java.util.OptionalInt;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.learn.evidence.PayloadProtocol;

/** Writes a signature in the rule language. */
final class RuleText {

  /** Of those that a content may have as they are. */
  private static final String PLAIN_SIGNS = " !#$%&()*+,-./<=>?@[]^_`{}~'";

  private RuleText() {}

  static String of(SharedHeader header, Bytes content, long sid) {
    String protocol = header.protocol() == PayloadProtocol.TCP ? "tcp" : "udp";
    String where =
        header.destinationPort().isPresent()
            ? " to port " + header.destinationPort().getAsInt()
            : header.sourcePort().isPresent() ? " from port " + header.sourcePort().getAsInt() : "";
    return ("alert %s any %s -> any %s (msg:\"Learned: %d bytes that spread over %s%s\"; %s"
            + "content:\"%s\"; sid:%d; rev:1;)")
        .formatted(
            protocol,
            port(header.sourcePort()),
            port(header.destinationPort()),
            content.length(),
            protocol,
            where,
            flow(header),
            literal(content),
            sid);
  }

  private static String port(OptionalInt port) {
    return port.isPresent() ? "" + port.getAsInt() : "any";
  }

  private static String flow(SharedHeader header) {
    // UDP is answered or not whatever it carries.
    String established =
        header.isEstablished() && header.protocol() == PayloadProtocol.TCP ? "established" : "";
    String direction =
        header
            .direction()
            .map(way -> way == Direction.TO_SERVER ? "to_server" : "to_client")
            .orElse("");
    String comma = established.isEmpty() || direction.isEmpty() ? "" : ",";
    String both = established + comma + direction;
    return both.isEmpty() ? "" : "flow:%s; ".formatted(both);
  }

  /** Text where it is readable, hexadecimal between bars where not. */
  static String literal(Bytes content) {
    StringBuilder text = new StringBuilder();
    boolean isOpen = false;
    for (byte each : content.toArray()) {
      int value = each & 0xff;
      boolean isPlain = isPlain(value);
      if (isPlain == isOpen) {
        text.append('|');
        isOpen = !isOpen;
      } else if (isOpen) {
        text.append(' ');
      }
      text.append(isPlain ? "" + (char) value : "%02x".formatted(value));
    }
    return text.append(isOpen ? "|" : "").toString();
  }

  private static boolean isPlain(int value) {
    boolean isLetter = (value | 0x20) >= 'a' && (value | 0x20) <= 'z';
    boolean isDigit = value >= '0' && value <= '9';
    return isLetter || isDigit || PLAIN_SIGNS.indexOf(value) >= 0;
  }
}
