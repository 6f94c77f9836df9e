package org.lagroups.node.runtime.monitor.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.naming.NamingException;
import javax.naming.directory.BasicAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever a resolver answers as addresses: addresses in one form, or no answer. */
final class DnsRecordFuzzTest {

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void addresses(byte[] input) throws NamingException {
    BasicAttribute records = new BasicAttribute("A");
    new String(input, StandardCharsets.UTF_8).lines().forEach(records::add);
    try {
      for (String address : DnsLookup.addresses(records)) {
        assertThat(DnsLookup.addresses(new BasicAttribute("A", address))).containsExactly(address);
      }
    } catch (IOException noAnswer) {
      assertThat(noAnswer.getMessage()).isNotBlank();
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::addresses);
  }

  static List<byte[]> samples() {
    return Stream.of("127.0.0.1\n10.0.0.255", "::1\n2001:db8:0:0::7", "::ffff:1.2.3.4")
        .map(text -> text.getBytes(StandardCharsets.US_ASCII))
        .toList();
  }
}
