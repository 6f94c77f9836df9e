package org.lagroups.multicast.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeAddress;

class StreamLinkTest {

  private static final Bytes TOKEN = Bytes.fromHex("0b".repeat(StreamLink.TOKEN_BYTES));

  static List<StreamLink> links() {
    StreamId stream = Streams.live(1_316).id();
    List<NodeAddress> addresses =
        List.of(NodeAddress.parse("[2001:db8::1]:65535"), NodeAddress.parse("host.example:1"));
    Contact source = new Contact(Streams.PUBLISHER.nodeId(), addresses);
    return List.of(
        new StreamLink(stream, source, Optional.empty()),
        new StreamLink(stream, source, Optional.of(TOKEN)),
        new StreamLink(stream, new Contact(source.node(), List.of()), Optional.of(TOKEN)));
  }

  @ParameterizedTest
  @MethodSource("links")
  void isReadAsItWasWritten(StreamLink link) {
    assertThat(link.text()).matches("lag:cast:[A-Za-z0-9_-]+");
    assertThat(StreamLink.parse(link.text())).isEqualTo(link);
    assertThat(
            StreamLink.parse(" " + link.text().substring(0, 40) + "\n" + link.text().substring(40)))
        .isEqualTo(link);
  }

  @Test
  void saysWhatIsWrongWithALink() {
    String text = links().getFirst().text();
    refused("lag:join:" + text.substring(9), "the link of a stream begins with lag:cast:");
    refused(text.substring(0, text.length() - 5), "not complete, or changed");
    refused(text.replace(text.charAt(30), text.charAt(30) == 'A' ? 'B' : 'A'), "link");
    refused(StreamLink.SCHEME + "A".repeat(9_000), "begins with");
    refused(StreamLink.SCHEME + "?", "does not belong there");
  }

  @Test
  void refusesALinkOfALaterVersion() {
    byte[] whole = Base64.getUrlDecoder().decode(links().getFirst().text().substring(9));
    whole[0] = 2;
    refused(LinkChecks.withCheck(StreamLink.SCHEME, whole), "another version");
  }

  @Test
  void hasBounds() {
    StreamLink link = links().getFirst();
    Contact many =
        new Contact(
            link.source().node(), Collections.nCopies(9, NodeAddress.parse("host.example:1")));
    assertThatThrownBy(() -> new StreamLink(link.stream(), many, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new StreamLink(link.stream(), link.source(), Optional.of(TOKEN.slice(0, 15))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void showsItsTokenInNoLog() {
    assertThat(links().get(1).toString()).doesNotContain(TOKEN.toHex());
  }

  private static void refused(String text, String why) {
    assertThatThrownBy(() -> StreamLink.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
