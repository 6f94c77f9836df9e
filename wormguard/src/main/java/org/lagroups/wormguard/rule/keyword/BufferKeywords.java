package org.lagroups.wormguard.rule.keyword;

import java.util.Map;
import org.lagroups.wormguard.rule.draft.RuleDraft;
import org.lagroups.wormguard.rule.payload.Buffer;
import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.rule.text.Option;

/** Keywords that say what the conditions behind them are about. */
final class BufferKeywords {

  static final Map<String, Keyword> ALL =
      Map.of(
          "ipv4.hdr", (draft, option) -> look(draft, option, Buffer.IPV4_HEADER),
          "ipv6.hdr", (draft, option) -> look(draft, option, Buffer.IPV6_HEADER),
          "icmpv4.hdr", (draft, option) -> look(draft, option, Buffer.ICMPV4_HEADER),
          "icmpv6.hdr", (draft, option) -> look(draft, option, Buffer.ICMPV6_HEADER),
          "tcp.hdr", (draft, option) -> look(draft, option, Buffer.TCP_HEADER),
          "udp.hdr", (draft, option) -> look(draft, option, Buffer.UDP_HEADER));

  private BufferKeywords() {}

  private static void look(RuleDraft draft, Option option, Buffer buffer) throws Mistake {
    option.requireNone();
    draft.lookInto(option.name(), buffer);
  }
}
