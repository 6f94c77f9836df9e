/**
 * Room for the structured overlay of the paper's section 3.1; nothing lives here yet.
 *
 * <p>What belongs here: the ring of node identities cut into staggered groups of about twenty that
 * overlap by half, split when too large and merged when too small; lookups that take an indirect
 * hop through a group where a direct link is missing; {@code put} and {@code get} whose number of
 * replicas comes from the minimum vertex cut; and the redirector, which sends clients only to nodes
 * with a valid membership.
 *
 * <p>The ring is a deterministic state machine on the contract of {@code org.lagroups.machine},
 * tried in virtual time by {@code simnet}. Sockets, files, threads and the clock belong in {@code
 * org.lagroups.overlay.runtime} alone. Other applications are never used from here.
 */
@NullMarked
package org.lagroups.overlay;

import org.jspecify.annotations.NullMarked;
