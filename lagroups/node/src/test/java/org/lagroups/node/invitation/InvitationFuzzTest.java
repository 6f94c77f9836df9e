package org.lagroups.node.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever a person pastes as an invitation: one that has just this text, or a refusal. */
final class InvitationFuzzTest {

  private static final int CHECK_BYTES = 4;

  @MethodSource("texts")
  @FuzzTest(maxDuration = "30s")
  void text(byte[] input) {
    check(new String(input, StandardCharsets.UTF_8));
  }

  /** What is inside, under a check that is always right. */
  @MethodSource("contents")
  @FuzzTest(maxDuration = "30s")
  void content(byte[] input) throws NoSuchAlgorithmException {
    byte[] whole = Arrays.copyOf(input, input.length + CHECK_BYTES);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(input);
    System.arraycopy(hash, 0, whole, input.length, CHECK_BYTES);
    check(InvitationLink.SCHEME + Base64.getUrlEncoder().withoutPadding().encodeToString(whole));
  }

  @Test
  void shortRun() {
    ShortRun.on(texts(), this::text);
    ShortRun.on(contents(), this::content);
  }

  static List<byte[]> texts() {
    return List.of(link().text().getBytes(StandardCharsets.UTF_8));
  }

  static List<byte[]> contents() {
    byte[] whole =
        Base64.getUrlDecoder().decode(link().text().substring(InvitationLink.SCHEME.length()));
    return List.of(Arrays.copyOf(whole, whole.length - CHECK_BYTES));
  }

  private static InvitationLink link() {
    return new InvitationLink(
        new GroupId(Bytes.fromHex("07".repeat(GroupId.LENGTH))),
        GroupSettings.DEFAULT,
        new Contact(
            new NodeId(Bytes.fromHex("09".repeat(NodeId.LENGTH))),
            List.of(NodeAddress.parse("127.0.0.1:4000"), NodeAddress.parse("host.example:1"))),
        Bytes.fromHex("0b".repeat(InvitationLink.TOKEN_BYTES)),
        1_800_000_000_000L);
  }

  private static void check(String text) {
    InvitationLink link;
    try {
      link = InvitationLink.parse(text);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    assertThat(InvitationLink.parse(link.text())).isEqualTo(link);
    assertThat(link.text()).startsWith(text.replaceAll("[\\s=]", "").substring(0, 80));
  }
}
