package org.lagroups.multicast.stream;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.node.invitation.LinkFields;
import org.lagroups.node.invitation.LinkText;

/**
 * All that somebody needs to receive a stream. It can be used any number of times.
 *
 * <p>Its text begins with {@code lag:cast:}, see {@link LinkText}; in it are a version byte, the
 * stream, the source, its addresses, and the token if there is one.
 *
 * @param source whom to ask, with at most {@link LinkStateAdvertisement#MAX_ADDRESSES} addresses
 * @param token {@link #TOKEN_BYTES} that are shown to the source, if the stream is not for
 *     everybody
 */
public record StreamLink(StreamId stream, Contact source, Optional<Bytes> token) {

  /** How a link begins. */
  public static final String SCHEME = "lag:cast:";

  /** A token's length in bytes: not to be guessed. */
  public static final int TOKEN_BYTES = 16;

  private static final LinkText TEXT = new LinkText(SCHEME, "the link of a stream");
  private static final byte VERSION = 1;

  public StreamLink {
    if (token.isPresent() && token.get().length() != TOKEN_BYTES) {
      throw new IllegalArgumentException("a token has 16 bytes, not " + token.get().length());
    }
    if (source.addresses().size() > LinkStateAdvertisement.MAX_ADDRESSES) {
      throw new IllegalArgumentException("a source has at most 8 addresses");
    }
  }

  /**
   * Reads a link; blanks and line breaks, which messengers put in, do not matter.
   *
   * @throws IllegalArgumentException with a message for the person who pasted it
   */
  public static StreamLink parse(String text) {
    return TEXT.parse(text, StreamLink::read);
  }

  /** The text of the link. */
  public String text() {
    return TEXT.write(this::write);
  }

  /** Names no token: what is logged lets nobody in. */
  @Override
  public String toString() {
    return "link to " + stream + " from " + source.node().abbreviated();
  }

  private void write(ByteBuffer out) {
    out.put(VERSION);
    LinkFields.putBytes(out, stream.bytes());
    LinkFields.putBytes(out, source.node().bytes());
    LinkFields.putAddresses(out, source.addresses());
    token.ifPresent(value -> LinkFields.putBytes(out, value));
  }

  private static StreamLink read(ByteBuffer in) {
    LinkFields.version(in, VERSION);
    StreamId stream = new StreamId(LinkFields.bytes(in, StreamId.LENGTH));
    NodeId source = new NodeId(LinkFields.bytes(in, NodeId.LENGTH));
    List<NodeAddress> addresses = LinkFields.addresses(in);
    Optional<Bytes> token =
        in.hasRemaining() ? Optional.of(LinkFields.bytes(in, TOKEN_BYTES)) : Optional.empty();
    return new StreamLink(stream, new Contact(source, addresses), token);
  }
}
