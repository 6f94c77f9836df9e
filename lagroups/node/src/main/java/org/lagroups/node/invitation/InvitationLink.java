package org.lagroups.node.invitation;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;

/**
 * All that one guest needs to join a group. Whoever has the link can use it, once.
 *
 * <p>In its {@link LinkText} are a version byte, group, settings, expiry, inviter, token,
 * addresses. The version is 1; or 2, and then the rule of robust membership stands behind the
 * addresses, if the group has one.
 *
 * @param inviter the member to ask, with its addresses
 * @param token shown to the inviter
 * @param expiresMillis until when the inviter accepts it, wall-clock milliseconds since 1970-01-01
 *     UTC
 */
public record InvitationLink(
    GroupId group, GroupSettings settings, Contact inviter, Bytes token, long expiresMillis) {

  /** How a link begins. */
  public static final String SCHEME = "lag:join:";

  /** A token's length in bytes: not to be guessed. */
  public static final int TOKEN_BYTES = 16;

  private static final LinkText TEXT = new LinkText(SCHEME, "an invitation link");
  private static final byte WITHOUT_RULE = 1;
  private static final byte WITH_RULE = 2;

  public InvitationLink {
    if (token.length() != TOKEN_BYTES) {
      throw new IllegalArgumentException("a token has 16 bytes, not " + token.length());
    }
    if (inviter.addresses().size() > LinkStateAdvertisement.MAX_ADDRESSES) {
      throw new IllegalArgumentException("an invitation has at most 8 addresses");
    }
  }

  /** A link with a new token, which is to be made known to the inviter's node. */
  public static InvitationLink issue(
      GroupId group,
      GroupSettings settings,
      Contact inviter,
      long expiresMillis,
      SecureRandom random) {
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    return new InvitationLink(group, settings, inviter, Bytes.wrapOwned(token), expiresMillis);
  }

  /**
   * Reads a link; blanks and line breaks, which messengers put in, do not matter.
   *
   * @throws IllegalArgumentException with a message for the person who pasted it
   */
  public static InvitationLink parse(String text) {
    return TEXT.parse(text, InvitationLink::read);
  }

  /** The request that it stands for. */
  public JoinRequest request(long timeoutMillis) {
    return new JoinRequest(group, settings, List.of(inviter), token, timeoutMillis);
  }

  /** The text of the link. */
  public String text() {
    return TEXT.write(this::write);
  }

  /** Names no token: what is logged admits nobody. */
  @Override
  public String toString() {
    return "invitation by " + inviter.node().abbreviated() + " to " + group;
  }

  private void write(ByteBuffer out) {
    boolean hasRule = !settings.robust().equals(RobustRule.NONE);
    out.put(hasRule ? WITH_RULE : WITHOUT_RULE);
    LinkFields.putBytes(out, group.bytes());
    out.putInt((int) settings.validityMillis());
    out.put((byte) settings.maxMembers());
    out.putInt((int) settings.clockSkewMillis());
    out.putLong(expiresMillis);
    LinkFields.putBytes(out, inviter.node().bytes());
    LinkFields.putBytes(out, token);
    LinkFields.putAddresses(out, inviter.addresses());
    if (hasRule) {
      LinkFields.putText(out, settings.robust().text());
    }
  }

  private static InvitationLink read(ByteBuffer in) {
    byte version = LinkFields.version(in, WITH_RULE);
    GroupId group = new GroupId(LinkFields.bytes(in, GroupId.LENGTH));
    GroupSettings settings = new GroupSettings(in.getInt(), in.get(), in.getInt());
    long expires = in.getLong();
    NodeId inviter = new NodeId(LinkFields.bytes(in, NodeId.LENGTH));
    Bytes token = LinkFields.bytes(in, TOKEN_BYTES);
    List<NodeAddress> addresses = LinkFields.addresses(in);
    RobustRule rule =
        version == WITH_RULE ? RobustRule.parse(LinkFields.text(in)) : RobustRule.NONE;
    return new InvitationLink(
        group, settings.withRobust(rule), new Contact(inviter, addresses), token, expires);
  }
}
