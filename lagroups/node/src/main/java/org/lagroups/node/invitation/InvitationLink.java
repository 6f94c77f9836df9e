package org.lagroups.node.invitation;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
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
 * <p>Its text is {@code lag:join:} and base64url (RFC 4648, section 5) of: a version byte, group,
 * settings, expiry, inviter, token, addresses, and the first four bytes of the SHA-256 of all that,
 * so that a link that was cut or mistyped is noticed. The version is 1; or 2, and then the rule of
 * robust membership stands behind the addresses, if the group has one.
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

  private static final int MAX_TEXT_LENGTH = 8_192;
  private static final int MAX_BYTES = 4_096;
  private static final int CHECK_BYTES = 4;
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
    String compact = text.length() > MAX_TEXT_LENGTH ? "" : text.replaceAll("\\s", "");
    if (!compact.startsWith(SCHEME)) {
      throw new IllegalArgumentException("an invitation link begins with " + SCHEME);
    }
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(compact.substring(SCHEME.length()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "this link has a character that does not belong there: copy it again", e);
    }
    int length = whole.length - CHECK_BYTES;
    if (length < 1 || !Arrays.equals(check(whole, length), tail(whole, length))) {
      throw new IllegalArgumentException("this link is not complete, or changed: copy it again");
    }
    try {
      return read(ByteBuffer.wrap(whole, 0, length));
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("this link is damaged", e);
    }
  }

  /** The request that it stands for. */
  public JoinRequest request(long timeoutMillis) {
    return new JoinRequest(group, settings, List.of(inviter), token, timeoutMillis);
  }

  /** The text of the link. */
  public String text() {
    ByteBuffer out = ByteBuffer.allocate(MAX_BYTES);
    boolean hasRule = !settings.robust().equals(RobustRule.NONE);
    out.put(hasRule ? WITH_RULE : WITHOUT_RULE);
    out.put(group.bytes().asReadOnlyBuffer());
    out.putInt((int) settings.validityMillis());
    out.put((byte) settings.maxMembers());
    out.putInt((int) settings.clockSkewMillis());
    out.putLong(expiresMillis);
    out.put(inviter.node().bytes().asReadOnlyBuffer());
    out.put(token.asReadOnlyBuffer());
    out.put((byte) inviter.addresses().size());
    for (NodeAddress address : inviter.addresses()) {
      putText(out, address.host()).putShort((short) address.port());
    }
    if (hasRule) {
      putText(out, settings.robust().text());
    }
    int length = out.position();
    out.put(check(out.array(), length));
    byte[] whole = Arrays.copyOf(out.array(), out.position());
    return SCHEME + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /** Names no token: what is logged admits nobody. */
  @Override
  public String toString() {
    return "invitation by " + inviter.node().abbreviated() + " to " + group;
  }

  private static InvitationLink read(ByteBuffer in) {
    byte version = in.get();
    if (version != WITHOUT_RULE && version != WITH_RULE) {
      throw new IllegalArgumentException(
          "this link is of another version of the program: update the older of the two nodes");
    }
    GroupId group = new GroupId(bytes(in, GroupId.LENGTH));
    GroupSettings settings = new GroupSettings(in.getInt(), in.get(), in.getInt());
    long expires = in.getLong();
    NodeId inviter = new NodeId(bytes(in, NodeId.LENGTH));
    Bytes token = bytes(in, TOKEN_BYTES);
    List<NodeAddress> addresses = new ArrayList<>();
    for (int left = in.get(); left > 0; left--) {
      addresses.add(new NodeAddress(text(in), Short.toUnsignedInt(in.getShort())));
    }
    RobustRule rule = version == WITH_RULE ? RobustRule.parse(text(in)) : RobustRule.NONE;
    if (in.hasRemaining()) {
      throw new IllegalArgumentException("this link is damaged");
    }
    return new InvitationLink(
        group, settings.withRobust(rule), new Contact(inviter, addresses), token, expires);
  }

  private static ByteBuffer putText(ByteBuffer out, String text) {
    byte[] value = text.getBytes(StandardCharsets.US_ASCII);
    return out.put((byte) value.length).put(value);
  }

  private static String text(ByteBuffer in) {
    return new String(bytes(in, Byte.toUnsignedInt(in.get())).toArray(), StandardCharsets.US_ASCII);
  }

  private static Bytes bytes(ByteBuffer in, int length) {
    byte[] value = new byte[length];
    in.get(value);
    return Bytes.wrapOwned(value);
  }

  private static byte[] tail(byte[] whole, int from) {
    return Arrays.copyOfRange(whole, from, whole.length);
  }

  private static byte[] check(byte[] content, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(content, 0, length);
      return Arrays.copyOf(digest.digest(), CHECK_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
