package org.lagroups.wormguard.rule.keyword;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.rule.draft.RuleDraft;
import org.lagroups.wormguard.rule.packet.FieldInRange;
import org.lagroups.wormguard.rule.packet.NumberRange;
import org.lagroups.wormguard.rule.packet.PacketField;
import org.lagroups.wormguard.rule.packet.SameAddresses;
import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.rule.text.Option;

/** Keywords about headers. */
final class PacketKeywords {

  static final Map<String, Keyword> ALL = all();

  private static final Map<String, Integer> PROTOCOLS =
      Map.of(
          "icmp",
          1,
          "igmp",
          2,
          "ipip",
          4,
          "tcp",
          6,
          "udp",
          17,
          "gre",
          47,
          "esp",
          50,
          "ah",
          51,
          "ipv6-icmp",
          58,
          "sctp",
          132);

  private PacketKeywords() {}

  private static Map<String, Keyword> all() {
    Map<String, Keyword> all = new HashMap<>();
    all.put("dsize", number(PacketField.PAYLOAD_LENGTH));
    all.put("ttl", number(PacketField.TIME_TO_LIVE));
    all.put("id", number(PacketField.IP_ID));
    all.put("fragoffset", number(PacketField.FRAGMENT_OFFSET));
    all.put("seq", number(PacketField.TCP_SEQUENCE));
    all.put("ack", number(PacketField.TCP_ACKNOWLEDGEMENT));
    all.put("window", number(PacketField.TCP_WINDOW));
    all.put("itype", number(PacketField.ICMP_TYPE));
    all.put("icode", number(PacketField.ICMP_CODE));
    all.put("icmp_id", number(PacketField.ICMP_ID));
    all.put("icmpv6.mtu", number(PacketField.ICMPV6_MTU));
    all.put("icmp_seq", number(PacketField.ICMP_SEQUENCE));
    all.put("ip_proto", PacketKeywords::protocol);
    all.put("sameip", PacketKeywords::sameAddresses);
    all.put("flags", BitKeywords::flags);
    all.put("tcp.flags", BitKeywords::flags);
    all.put("fragbits", BitKeywords::fragmentBits);
    return Map.copyOf(all);
  }

  private static Keyword number(PacketField field) {
    return (draft, option) -> {
      NumberRange range = RangeText.read(option.name(), option.required(), field.greatest());
      draft.add(option.name(), new FieldInRange(field, range));
    };
  }

  private static void protocol(RuleDraft draft, Option option) throws Mistake {
    String text = option.required().toLowerCase(Locale.ROOT);
    boolean isNegated = text.startsWith("!");
    @Nullable Integer known = PROTOCOLS.get(isNegated ? text.substring(1).strip() : text);
    NumberRange range =
        known == null
            ? RangeText.read(option.name(), text, PacketField.IP_PROTOCOL.greatest())
            : new NumberRange(known, known, isNegated);
    draft.add(option.name(), new FieldInRange(PacketField.IP_PROTOCOL, range));
  }

  private static void sameAddresses(RuleDraft draft, Option option) throws Mistake {
    option.requireNone();
    draft.add(option.name(), new SameAddresses());
  }
}
