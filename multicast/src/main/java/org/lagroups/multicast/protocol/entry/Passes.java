package org.lagroups.multicast.protocol.entry;

import java.util.Optional;
import org.lagroups.core.crypto.Domain;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamId;

/**
 * What a publisher signs for each node that may receive its stream, so that all who receive it know
 * whom to give a place. A pass is good for as long as the stream is.
 *
 * @param stream that may be received
 * @param publisher of the stream
 * @param signatures checks them
 */
public record Passes(StreamId stream, PublicIdentity publisher, SignatureVerifier signatures) {

  private static final Domain DOMAIN = new Domain("lagroups/cast-pass/1");

  /** Those of one stream. */
  public static Passes of(SignedHeader header, SignatureVerifier signatures) {
    return new Passes(header.id(), header.header().publisher(), signatures);
  }

  /** A node's pass, from its publisher. */
  public Signature sign(NodeId guest, Identity identity) {
    return identity.sign(DOMAIN, message(guest));
  }

  /** Whether a node shows a pass, and it is its own. */
  public boolean admit(NodeId guest, Optional<Signature> shown) {
    return shown.isPresent()
        && signatures.isGood(publisher, DOMAIN, message(guest), shown.orElseThrow());
  }

  private Bytes message(NodeId guest) {
    byte[] bytes = new byte[StreamId.LENGTH + NodeId.LENGTH];
    stream.bytes().copyTo(bytes, 0);
    guest.bytes().copyTo(bytes, StreamId.LENGTH);
    return Bytes.wrapOwned(bytes);
  }
}
