package org.lagroups.multicast.protocol.entry;

import org.lagroups.core.crypto.Domain;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.wire.StreamMessage.Farewell;

/**
 * What a publisher signs when it ends its stream. So a relay cannot make those below it believe
 * that nothing more is to be had.
 *
 * @param stream that ends
 * @param publisher of the stream
 * @param signatures checks them
 */
public record Farewells(StreamId stream, PublicIdentity publisher, SignatureVerifier signatures) {

  private static final Domain DOMAIN = new Domain("lagroups/cast-farewell/1");

  /** Those of one stream. */
  public static Farewells of(SignedHeader header, SignatureVerifier signatures) {
    return new Farewells(header.id(), header.header().publisher(), signatures);
  }

  /** The publisher's. */
  public Farewell sign(Identity identity) {
    return new Farewell(stream, identity.sign(DOMAIN, stream.bytes()));
  }

  /** Whether the publisher has signed it, for this stream. */
  public boolean isGenuine(Farewell farewell) {
    return farewell.stream().equals(stream)
        && signatures.isGood(publisher, DOMAIN, stream.bytes(), farewell.signature());
  }
}
