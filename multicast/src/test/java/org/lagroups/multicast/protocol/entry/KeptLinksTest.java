package org.lagroups.multicast.protocol.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.NodeId;

class KeptLinksTest {

  private static final NodeId PEER = DoorTest.node(1);
  private static final Contact CONTACT = new Contact(PEER, List.of());

  private final FakeEnvironment environment = new FakeEnvironment(DoorTest.node(0));
  private final KeptLinks links = new KeptLinks(environment);

  @Test
  void keepsALinkUntilTheLastWhoWantsItLetsItGo() {
    links.keep("one", CONTACT);
    links.keep("one", CONTACT);
    links.keep("other", CONTACT);
    links.release("one", PEER);
    links.release("one", PEER);
    assertThat(environment.kept()).containsExactly(PEER);
    links.release("other", PEER);
    assertThat(environment.kept()).isEmpty();
  }

  @Test
  void whoWantsNoneReleasesNone() {
    links.keep("one", CONTACT);
    links.release("other", PEER);
    assertThat(environment.kept()).containsExactly(PEER);
  }
}
