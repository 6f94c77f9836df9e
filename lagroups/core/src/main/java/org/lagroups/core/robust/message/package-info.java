/**
 * What nodes say to each other to agree on views, and what they keep of it, as bytes and back.
 *
 * <p>Start with {@link org.lagroups.core.robust.message.AgreementCodec}. The messages of Raft are
 * those of the library that decides (MicroRaft); {@link org.lagroups.core.robust.message.RaftCodec}
 * gives them a form of our own, with bounds, which is accepted in its one canonical encoding only.
 * The generated classes do not leave this package. Stateless; any thread.
 */
@NullMarked
package org.lagroups.core.robust.message;

import org.jspecify.annotations.NullMarked;
