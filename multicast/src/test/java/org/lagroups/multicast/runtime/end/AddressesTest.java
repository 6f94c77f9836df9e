package org.lagroups.multicast.runtime.end;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AddressesTest {

  @Test
  void aTextWithoutASchemeIsAFile() {
    assertThat(InputAddress.parse("a b/movie.ts"))
        .isEqualTo(new InputAddress.OfFile(Path.of("a b/movie.ts")));
    assertThat(OutputAddress.parse("./-")).isEqualTo(new OutputAddress.OfFile(Path.of("./-")));
    assertThat(InputAddress.parse("C:movie")).isInstanceOf(InputAddress.OfFile.class);
  }

  @Test
  void aDashIsAStandardStream() {
    assertThat(InputAddress.parse("-")).isEqualTo(new InputAddress.Standard());
    assertThat(OutputAddress.parse("-")).isEqualTo(new OutputAddress.Standard());
  }

  @Test
  void readsWhereToHear() {
    assertThat(InputAddress.parse("udp://127.0.0.1:1234"))
        .isEqualTo(new InputAddress.Udp(new HostPort("127.0.0.1", 1234), ""));
    assertThat(InputAddress.parse("udp://@:1234"))
        .as("as players write it")
        .isEqualTo(new InputAddress.Udp(new HostPort("", 1234), ""));
    assertThat(InputAddress.parse("udp://@[ff15::1]:5000?interface=eth0"))
        .isEqualTo(new InputAddress.Udp(new HostPort("ff15::1", 5000), "eth0"));
  }

  @Test
  void readsWhereToSend() {
    assertThat(OutputAddress.parse("udp://239.1.2.3:1234?ttl=5&interface=lo"))
        .isEqualTo(new OutputAddress.Udp(new HostPort("239.1.2.3", 1234), "lo", 5));
    assertThat(OutputAddress.parse("udp://player.local:1"))
        .isEqualTo(new OutputAddress.Udp(new HostPort("player.local", 1), "", 1));
  }

  @Test
  void readsWherePlayersOpenIt() {
    for (String host : new String[] {"127.0.0.1", "localhost", "127.4.5.6"}) {
      assertThat(OutputAddress.parse("http://" + host + ":8080/a/b.ts"))
          .isEqualTo(new OutputAddress.Http(new HostPort(host, 8080), "/a/b.ts"));
    }
    assertThat(OutputAddress.parse("http://[::1]:0"))
        .isEqualTo(new OutputAddress.Http(new HostPort("::1", 0), "/"));
  }

  @Test
  void saysWhatIsAllowed() {
    refusesInput("", "FILE", "udp://HOST:PORT");
    refusesInput("srt://host:1", "an input is FILE, - (standard input) or udp://HOST:PORT");
    refusesInput("http://127.0.0.1:80/", "an input is FILE");
    refusesInput("UDP://127.0.0.1:80", "an input is FILE");
    refusesOutput("", "http://127.0.0.1:PORT/");
    refusesOutput("https://127.0.0.1:80/", "http://127.0.0.1:PORT/");
    refusesOutput("x".repeat(5_000), "an output is FILE");
    refusesOutput("no\0file", "not a file name");
  }

  @Test
  void saysWhatIsWrong() {
    refusesInput("udp://127.0.0.1", "HOST:PORT");
    refusesInput("udp://127.0.0.1:70000", "0 to 65535");
    refusesInput("udp://a b:1", "not a host name");
    refusesInput("udp://::1:1", "HOST:PORT or [IPV6]:PORT");
    refusesInput("udp://[:1", "HOST:PORT or [IPV6]:PORT");
    refusesInput("udp://[]:1", "only an IPv6 address has brackets");
    refusesInput("udp://[host]:1", "only an IPv6 address has brackets");
    refusesInput("udp://:1?pkt_size=1316", "udp:// has no option pkt_size", "it takes interface");
    refusesInput("udp://:1?interface", "NAME=VALUE");
    refusesInput("udp://:1?interface=a&interface=b", "twice");
    refusesInput("udp://:1?interface=a b", "not a network interface");
    refusesOutput("udp://:1234", "needs a host and a port");
    refusesOutput("udp://host:0", "needs a host and a port");
    refusesOutput("udp://host:1?ttl=256", "0 to 255");
    refusesOutput("udp://host:1?ttl=-1", "0 to 255");
    refusesOutput("http://127.0.0.1:1/a?b=c", "it takes none");
    refusesOutput("http://127.0.0.1:1/ü", "a path has letters");
  }

  @Test
  void letsOnlyThisMachineWatch() {
    refusesOutput("http://0.0.0.0:80/", "players on this machine only", "http://127.0.0.1:PORT/");
    refusesOutput("http://192.168.0.7:80/", "players on this machine only");
    refusesOutput("http://127.0.0.1.example.org:80/", "players on this machine only");
    refusesOutput("http://:80/", "players on this machine only");
    refusesOutput("http://[fe80::1]:80/", "players on this machine only");
  }

  private static void refusesInput(String text, String... parts) {
    assertThatThrownBy(() -> InputAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(parts);
  }

  private static void refusesOutput(String text, String... parts) {
    assertThatThrownBy(() -> OutputAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(parts);
  }
}
