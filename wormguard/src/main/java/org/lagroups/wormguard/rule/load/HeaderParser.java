package org.lagroups.wormguard.rule.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lagroups.wormguard.rule.Action;
import org.lagroups.wormguard.rule.Direction;
import org.lagroups.wormguard.rule.Endpoint;
import org.lagroups.wormguard.rule.Header;
import org.lagroups.wormguard.rule.Protocol;
import org.lagroups.wormguard.rule.address.Sets;
import org.lagroups.wormguard.rule.text.Mistake;

/** Reads what stands before a rule's options. */
final class HeaderParser {

  private static final int PARTS = 7;

  private final Sets sets;

  HeaderParser(Sets sets) {
    this.sets = sets;
  }

  /** The seven parts: action, protocol, address, ports, arrow, address, ports. */
  static List<String> split(String text) throws Mistake {
    List<String> parts = new ArrayList<>();
    int start = -1;
    int open = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      open += c == '[' ? 1 : c == ']' ? -1 : 0;
      boolean isBlank = (c == ' ' || c == '\t') && open <= 0;
      if (!isBlank && start < 0) {
        start = i;
      } else if (isBlank && start >= 0) {
        parts.add(text.substring(start, i));
        start = -1;
      }
    }
    if (parts.size() != PARTS || open != 0) {
      throw new Mistake(
          "header",
          "has to have %d parts: action, protocol, address, ports, ->, address, ports"
              .formatted(PARTS));
    }
    return parts;
  }

  static Action action(String text) throws Mistake {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "alert" -> Action.ALERT;
      case "drop" -> Action.DROP;
      case "reject" -> Action.REJECT;
      case "pass" -> Action.PASS;
      default -> throw new Mistake("action", text + " is not alert, drop, reject or pass");
    };
  }

  Header header(List<String> parts) throws Mistake {
    return new Header(
        protocol(parts.get(1)),
        endpoint("source", parts.get(2), parts.get(3)),
        direction(parts.get(4)),
        endpoint("destination", parts.get(5), parts.get(6)));
  }

  private static Protocol protocol(String text) throws Mistake {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "ip", "any" -> Protocol.IP;
      case "ipv4", "ip4" -> Protocol.IPV4;
      case "ipv6", "ip6" -> Protocol.IPV6;
      case "tcp" -> Protocol.TCP;
      case "tcp-pkt" -> Protocol.TCP_PACKET;
      case "tcp-stream" -> Protocol.TCP_STREAM;
      case "udp" -> Protocol.UDP;
      case "icmp" -> Protocol.ICMP;
      case "icmpv4" -> Protocol.ICMPV4;
      case "icmpv6" -> Protocol.ICMPV6;
      default -> throw new Mistake("protocol", text + " is not among those that are understood");
    };
  }

  private static Direction direction(String text) throws Mistake {
    return switch (text) {
      case "->" -> Direction.FORWARD;
      case "<>" -> Direction.BOTH;
      default -> throw new Mistake("direction", text + " is neither -> nor <>");
    };
  }

  private Endpoint endpoint(String side, String addresses, String ports) throws Mistake {
    return new Endpoint(
        sets.addresses(side + " address", addresses), sets.ports(side + " ports", ports));
  }
}
