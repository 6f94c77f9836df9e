package org.lagroups.wormguard.rule.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.rule.load.Rules.accepted;
import static org.lagroups.wormguard.rule.load.Rules.refused;
import static org.lagroups.wormguard.rule.load.Rules.refusedRule;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lagroups.wormguard.rule.Action;
import org.lagroups.wormguard.rule.Direction;
import org.lagroups.wormguard.rule.Protocol;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.RuleId;
import org.lagroups.wormguard.rule.RuleNotes;
import org.lagroups.wormguard.rule.Threshold;
import org.lagroups.wormguard.rule.packet.BitMatch;
import org.lagroups.wormguard.rule.packet.FieldInRange;
import org.lagroups.wormguard.rule.packet.FlowBits;
import org.lagroups.wormguard.rule.packet.FlowSide;
import org.lagroups.wormguard.rule.packet.FragmentBits;
import org.lagroups.wormguard.rule.packet.NumberRange;
import org.lagroups.wormguard.rule.packet.PacketField;
import org.lagroups.wormguard.rule.packet.SameAddresses;
import org.lagroups.wormguard.rule.packet.TcpFlags;

final class RuleParserTest {

  @Test
  void readsARuleAsAWhole() {
    Rule rule =
        switch (Rules.parse(
            "Drop TCP [10.0.0.0/8, !10.1.0.0/16] any <> $HOME_NET [80, 8080] ("
                + "msg:\"Caf\u00c3\u00a9\\; \\\"one\\\"\"; reference:cve,2002-0649;"
                + " reference:url,example.org; classtype:misc-attack; metadata:a b, c d;"
                + " target:dest_ip; priority:2; gid:5; sid:4294967295; rev:3;)")) {
          case ParsedRule.Accepted(Rule accepted) -> accepted;
          case ParsedRule.Refused(RefusedRule refusal) ->
              throw new AssertionError(refusal.toString());
        };
    assertThat(rule.id()).isEqualTo(new RuleId(5, 4_294_967_295L, 3));
    assertThat(rule.action()).isEqualTo(Action.DROP);
    assertThat(rule.header().protocol()).isEqualTo(Protocol.TCP);
    assertThat(rule.header().direction()).isEqualTo(Direction.BOTH);
    assertThat(rule.header().source().ports().isAny()).isTrue();
    assertThat(rule.header().destination().ports().contains(8080)).isTrue();
    assertThat(rule.header().destination().addresses().isAny()).isFalse();
    assertThat(rule.line()).isEqualTo(7);
    assertThat(rule.notes())
        .isEqualTo(
            new RuleNotes(
                "Café; \"one\"",
                "misc-attack",
                Optional.of(2),
                List.of("cve,2002-0649", "url,example.org"),
                List.of("a b", "c d"),
                Optional.of(RuleNotes.Target.DESTINATION)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dsize:300          | PAYLOAD_LENGTH      | 300 | 300   | false
          dsize:>300         | PAYLOAD_LENGTH      | 301 | 65535 | false
          dsize:<300         | PAYLOAD_LENGTH      | 0   | 299   | false
          dsize:300<>400     | PAYLOAD_LENGTH      | 301 | 399   | false
          dsize:!300         | PAYLOAD_LENGTH      | 300 | 300   | true
          ttl:>=5            | TIME_TO_LIVE        | 5   | 255   | false
          ttl: <= 5          | TIME_TO_LIVE        | 0   | 5     | false
          ttl:5-9            | TIME_TO_LIVE        | 6   | 8     | false
          itype:7<>20        | ICMP_TYPE           | 8   | 19    | false
          icode:0            | ICMP_CODE           | 0   | 0     | false
          id:0x100           | IP_ID               | 256 | 256   | false
          seq:4294967295     | TCP_SEQUENCE        | 4294967295 | 4294967295 | false
          ack:0              | TCP_ACKNOWLEDGEMENT | 0   | 0     | false
          window:!55808      | TCP_WINDOW          | 55808 | 55808 | true
          fragoffset:>0      | FRAGMENT_OFFSET     | 1   | 8191  | false
          ip_proto:!tcp      | IP_PROTOCOL         | 6   | 6     | true
          ip_proto:47        | IP_PROTOCOL         | 47  | 47    | false
          icmp_id:0          | ICMP_ID             | 0   | 0     | false
          icmp_seq:2216      | ICMP_SEQUENCE       | 2216 | 2216 | false
          """)
  void readsNumbersOfHeaders(
      String option, PacketField field, long least, long greatest, boolean isNegated) {
    assertThat(accepted(option + ";").packetConditions())
        .containsExactly(new FieldInRange(field, new NumberRange(least, greatest, isNegated)));
  }

  @Test
  void readsFlags() {
    assertThat(accepted("flags:SA;").packetConditions())
        .containsExactly(new TcpFlags(BitMatch.EXACTLY, 0x12, 0));
    assertThat(accepted("flags:+S,12;").packetConditions())
        .containsExactly(new TcpFlags(BitMatch.ALL, 0x02, 0xC0));
    assertThat(accepted("tcp.flags:*FC;").packetConditions())
        .containsExactly(new TcpFlags(BitMatch.ANY, 0x81, 0));
    assertThat(accepted("flags:0;").packetConditions())
        .containsExactly(new TcpFlags(BitMatch.EXACTLY, 0, 0));
    assertThat(accepted("fragbits:!D; sameip;").packetConditions())
        .containsExactly(new FragmentBits(BitMatch.NOT_ALL, 2), new SameAddresses());
  }

  @Test
  void comparesFlags() {
    TcpFlags syn = new TcpFlags(BitMatch.EXACTLY, 0x02, 0xC0);
    assertThat(syn.matches(0x02)).isTrue();
    assertThat(syn.matches(0xC2)).isTrue();
    assertThat(syn.matches(0x12)).isFalse();
    assertThat(new TcpFlags(BitMatch.ALL, 0x02, 0).matches(0x12)).isTrue();
    assertThat(new TcpFlags(BitMatch.ANY, 0x03, 0).matches(0x12)).isTrue();
    assertThat(new TcpFlags(BitMatch.NOT_ALL, 0x12, 0).matches(0x12)).isFalse();
    assertThat(new TcpFlags(BitMatch.NOT_ALL, 0x12, 0).matches(0x02)).isTrue();
  }

  @Test
  void readsFlows() {
    assertThat(accepted("flow: to_client , established;").packetConditions())
        .containsExactly(
            new FlowSide(FlowSide.Towards.CLIENT, FlowSide.State.ESTABLISHED, FlowSide.Unit.ANY));
    assertThat(accepted("flow:from_client,not_established,no_stream;").packetConditions())
        .containsExactly(
            new FlowSide(
                FlowSide.Towards.SERVER, FlowSide.State.NOT_ESTABLISHED, FlowSide.Unit.PACKET));
    assertThat(accepted("flow:stateless;").packetConditions())
        .containsExactly(new FlowSide(FlowSide.Towards.ANY, FlowSide.State.ANY, FlowSide.Unit.ANY));
  }

  @Test
  void readsFlowBits() {
    Rule rule = accepted("flowbits:set,a.b; flowbits:isset,c|d; flowbits:noalert;");
    assertThat(rule.isSilent()).isTrue();
    assertThat(rule.packetConditions())
        .containsExactly(
            new FlowBits(FlowBits.Operation.SET, List.of("a.b"), false),
            new FlowBits(FlowBits.Operation.IS_SET, List.of("c", "d"), true));
  }

  @Test
  void readsThresholds() {
    assertThat(accepted("threshold: type limit, track by_rule, count 5, seconds 300;").threshold())
        .contains(new Threshold(Threshold.Kind.LIMIT, Threshold.Track.RULE, 5, 300));
    assertThat(accepted("detection_filter:track by_src, count 30, seconds 60;").threshold())
        .contains(new Threshold(Threshold.Kind.FILTER, Threshold.Track.SOURCE, 30, 60));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      textBlock =
          """
          hostbits:set,a  @ hostbits
          http.uri  @ http.uri
          flow:to_server,to_client  @ flow
          flow:established; flow:to_server  @ flow
          flow:sideways  @ flow
          flowbits:set  @ flowbits
          flowbits:isset,a|b&c  @ flowbits
          flowbits:setx,a  @ flowbits
          flags:SX  @ flags
          flags:+*S  @ flags
          flags:+  @ flags
          dsize:65536  @ dsize
          dsize:5<>6  @ dsize
          dsize:<0  @ dsize
          ttl  @ ttl
          itype:x  @ itype
          ip_proto:none  @ ip_proto
          sameip:1  @ sameip
          threshold:type limit, track by_src, count 1  @ threshold
          threshold:type backoff, track by_flow, count 1, multiplier 10  @ threshold
          detection_filter:track by_src,count 0,seconds 1  @ detection_filter
          msg:unquoted  @ msg
          msg:"a"; msg:"b"  @ msg
          priority:0  @ priority
          rev:-1  @ rev
          target:both  @ target
          """)
  void refusesByKeyword(String options, String keyword) {
    RefusedRule refusal = refused(options + ";");
    assertThat(refusal.keyword()).isEqualTo(keyword);
    assertThat(refusal.signature()).contains(1L);
    assertThat(refusal.line()).isEqualTo(7);
    assertThat(refusal.reason()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          log tcp any any -> any any (sid:1;)        | action
          alert http any any -> any any (sid:1;)     | protocol
          alert tcp any any <- any any (sid:1;)      | direction
          alert tcp nowhere any -> any any (sid:1;)  | source address
          alert tcp any 99999 -> any any (sid:1;)    | source ports
          alert tcp any any -> $NOBODY any (sid:1;)  | destination address
          alert tcp any any -> any web (sid:1;)      | destination ports
          alert tcp any any -> any (sid:1;)          | header
          alert tcp [any any -> any any (sid:1;)     | header
          alert tcp any any -> any any               | options
          alert tcp any any -> any any (sid:1;) x    | options
          alert tcp any any -> any any (sid:1)       | sid
          alert tcp any any -> any any (msg:"a";)    | sid
          alert tcp any any -> any any (msg:"a;)     | msg
          """)
  void refusesByPart(String rule, String keyword) {
    assertThat(refusedRule(rule).keyword()).isEqualTo(keyword);
  }

  @Test
  void saysWhatVariableHasNoValue() {
    assertThat(refusedRule("alert tcp any any -> $NOBODY any (sid:8;)"))
        .hasToString("line 7 (sid 8): destination address has $NOBODY, which has no value");
  }

  @Test
  void refusesARuleThatIsTooLong() {
    String rule = "alert ip any any -> any any (msg:\"%s\"; sid:1;)";
    int room = RuleParser.MAX_BYTES - rule.length() + 2;
    assertThat(Rules.parse(rule.formatted("a".repeat(room))))
        .isInstanceOf(ParsedRule.Accepted.class);
    assertThat(refusedRule(rule.formatted("a".repeat(room + 1))).keyword()).isEqualTo("line");
  }

  @Test
  void makesWhatIsRefusedSafeToPrint() {
    assertThat(refused("\u001b[31mred:1;").toString()).doesNotContain("\u001b");
  }
}
