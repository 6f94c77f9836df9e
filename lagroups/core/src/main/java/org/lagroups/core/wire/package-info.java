/**
 * The group protocol's messages as bytes and back.
 *
 * <p>Start with {@link org.lagroups.core.wire.GroupMessage}, all that one node says to another, and
 * {@link org.lagroups.core.wire.GroupMessageCodec}. What is signed has a codec of its own, {@link
 * org.lagroups.core.wire.AdvertisementCodec}. Bytes from a peer give a {@link
 * org.lagroups.core.wire.Decoded}, never an exception: either a value in which every bound holds,
 * or the reason for which it was refused.
 *
 * <p>Decoding is strict: a value is accepted in its one canonical encoding only. So unknown,
 * repeated or misplaced fields never pass, and nothing can be smuggled along under a signature.
 *
 * <p>The format is Protocol Buffers ({@code group.proto}); the generated classes do not leave this
 * package. Everything here is stateless and may be used from any thread.
 */
@NullMarked
package org.lagroups.core.wire;

import org.jspecify.annotations.NullMarked;
