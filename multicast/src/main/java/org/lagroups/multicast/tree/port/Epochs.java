package org.lagroups.multicast.tree.port;

import java.nio.ByteBuffer;
import org.lagroups.core.crypto.Domain;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.StreamId;

/**
 * The publisher's signatures over epochs: whoever shows a new one has a way to the source.
 *
 * @param stream whose epochs
 * @param publisher of the stream
 * @param signatures checks them
 */
public record Epochs(StreamId stream, PublicIdentity publisher, SignatureVerifier signatures) {

  private static final Domain DOMAIN = new Domain("lagroups/cast-epoch/1");

  /** Signs an epoch, as its publisher. */
  public Signature sign(long epoch, Identity identity) {
    return identity.sign(DOMAIN, message(epoch));
  }

  /** Whether the publisher has signed it. */
  public boolean isGenuine(long epoch, Signature signature) {
    return signatures.isGood(publisher, DOMAIN, message(epoch), signature);
  }

  private Bytes message(long epoch) {
    byte[] bytes = new byte[StreamId.LENGTH + Long.BYTES];
    stream.bytes().copyTo(bytes, 0);
    ByteBuffer.wrap(bytes).putLong(StreamId.LENGTH, epoch);
    return Bytes.wrapOwned(bytes);
  }
}
