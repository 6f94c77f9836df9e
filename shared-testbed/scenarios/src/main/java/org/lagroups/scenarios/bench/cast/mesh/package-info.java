/**
 * A mesh of neighbours that tell each other what they have and ask each other for what they miss,
 * as BitTorrent does (BEP 3) and the mesh streaming systems after it.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.cast.mesh.MeshPeer}, which decides what is
 * asked for and whom; it is a lock for all that its {@link
 * org.lagroups.scenarios.bench.cast.mesh.Neighbour}s know. Each of these has a thread that reads
 * and one that writes what is in its {@link org.lagroups.scenarios.bench.cast.mesh.Outbox}.
 */
@NullMarked
package org.lagroups.scenarios.bench.cast.mesh;

import org.jspecify.annotations.NullMarked;
