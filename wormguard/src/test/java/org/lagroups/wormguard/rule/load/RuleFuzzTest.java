package org.lagroups.wormguard.rule.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.simnet.fuzz.ShortRun;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.address.Variables;

/** Whatever a file of rules has in it. */
final class RuleFuzzTest {

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void files(byte[] input) throws IOException {
    RuleSet set = RuleLoader.load(new ByteArrayInputStream(input), Variables.DEFAULTS);
    assertThat(set.refusedCount()).isGreaterThanOrEqualTo(set.refused().size());
    for (Rule rule : set.rules()) {
      assertThat(rule.id().signature()).isPositive();
      assertThat(rule.line()).isPositive();
    }
    for (RefusedRule refusal : set.refused()) {
      assertThat(refusal.toString()).matches("\\P{Cntrl}+");
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::files);
  }

  static List<byte[]> samples() {
    return Stream.of(
            """
            # comment
            alert tcp [10.0.0.0/8,!10.1.2.3,2001:db8::/32,::ffff:1.2.3.4] !80:90 <> $HOME_NET any \\
              (msg:"a \\"b\\""; content:!"|00 ff|a"; nocase; offset:3; depth:8; content:"x"; \\
              distance:-1; within:4; endswith; fast_pattern; sid:1; rev:2; gid:3; priority:4;)
            """,
            """
            drop udp 1.2.3.4/255.255.255.0 1: -> 1.2.3.4-1.2.3.9 [1,2,[3]] (byte_test:1,!&,0xf,0,string,hex;
            pass ip any any -> any any (byte_extract:1,0,n,relative,multiplier 2; isdataat:!n,relative; sid:2;)
            alert ip any any -> any any (byte_math:bytes 1,offset 0,oper +,rvalue 1,result r; byte_jump:4,r; sid:3;)
            """,
            """
            reject icmp any any -> any any (itype:7<>20; icode:!0; ttl:>=5; flags:S+,12; fragbits:!D; sid:4;)
            alert ip any any -> any any (flow:established,to_server; flowbits:isset,a|b; flowbits:set,c; sid:5;)
            alert ip any any -> any any (threshold:type limit,track by_src,count 1,seconds 60; reference:url,a; sid:6;)
            alert ip any any -> any any (metadata:a b,c d; classtype:x; target:src_ip; ip_proto:tcp; sameip; sid:7;)
            alert ip any any -> any any (pcre:!"/^(?:a|[^\\x00-\\n[:alpha:]]){2,4}?(?=b)\\1?$/siR"; sid:8;)
            """)
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
        .toList();
  }
}
