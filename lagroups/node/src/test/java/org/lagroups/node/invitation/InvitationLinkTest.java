package org.lagroups.node.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;

class InvitationLinkTest {

  private static final InvitationLink LINK = link(new Random(1));

  @Test
  void isReadAsItWasWritten() {
    assertThat(InvitationLink.parse(LINK.text())).isEqualTo(LINK);
  }

  @Test
  void aRuleOfRobustMembershipIsReadAsItWasWritten() {
    InvitationLink link =
        new InvitationLink(
            LINK.group(),
            LINK.settings().withRobust(new RobustRule.Static(12)),
            LINK.inviter(),
            LINK.token(),
            LINK.expiresMillis());
    assertThat(InvitationLink.parse(link.text())).isEqualTo(link);
  }

  @Test
  void withoutARuleIsAsOlderVersionsOfTheProgramReadIt() {
    byte[] bytes =
        Base64.getUrlDecoder().decode(LINK.text().substring(InvitationLink.SCHEME.length()));
    assertThat(bytes[0]).isEqualTo((byte) 1);
  }

  @Test
  void needsNoEscapingInAnAddressOrAShell() {
    assertThat(LINK.text()).matches("lag:join:[A-Za-z0-9_-]+");
  }

  @Test
  void doesNotMindLineBreaks() {
    String text = LINK.text();

    assertThat(InvitationLink.parse("  " + text.substring(0, 40) + "\n " + text.substring(40)))
        .isEqualTo(LINK);
  }

  @Test
  void noticesEveryChangedCharacter() {
    String text = LINK.text();
    for (int i = InvitationLink.SCHEME.length(); i < text.length(); i++) {
      char other = text.charAt(i) == 'A' ? 'B' : 'A';
      String changed = text.substring(0, i) + other + text.substring(i + 1);
      try {
        assertThat(InvitationLink.parse(changed)).isEqualTo(LINK); // spare bits at the very end
        assertThat(i).isEqualTo(text.length() - 1);
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageContaining("link");
      }
    }
  }

  @Test
  void noticesThatItWasCut() {
    String text = LINK.text();
    for (int length = 0; length < text.length(); length++) {
      String cut = text.substring(0, length);
      assertThatThrownBy(() -> InvitationLink.parse(cut))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void takesAnyTextWithAnAnswer() {
    Random random = new Random(2);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder(InvitationLink.SCHEME);
      random.ints(random.nextInt(300), 0x20, 0x7f).forEach(text::appendCodePoint);
      assertThatThrownBy(() -> InvitationLink.parse(text.toString()))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> InvitationLink.parse("lag:join:" + "A".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void asksTheInviterWithTheToken() {
    JoinRequest request = LINK.request(5_000);

    assertThat(request.members()).containsExactly(LINK.inviter());
    assertThat(request.token()).isEqualTo(LINK.token());
    assertThat(request.settings()).isEqualTo(LINK.settings());
  }

  @Test
  void showsItsTokenInNoLog() {
    assertThat(LINK.toString()).doesNotContain(LINK.token().toHex());
  }

  private static InvitationLink link(Random random) {
    byte[] node = new byte[NodeId.LENGTH];
    random.nextBytes(node);
    byte[] token = new byte[InvitationLink.TOKEN_BYTES];
    random.nextBytes(token);
    return new InvitationLink(
        GroupId.random(random),
        new GroupSettings(86_400_000, 64, 43_200_000),
        new Contact(
            new NodeId(Bytes.wrapOwned(node)),
            List.of(
                new NodeAddress("node.example.org", 65_535),
                new NodeAddress("2001:db8::1", 1),
                new NodeAddress("a".repeat(253), 4_700))),
        Bytes.wrapOwned(token),
        1_800_000_000_000L);
  }
}
