/**
 * The collaborative worm defence of the paper's section 3.3, of which the lowest layers exist.
 *
 * <p>What belongs here: sensors over live traffic or capture files; the detector, which looks for
 * content that is both prevalent and widely spread, and writes signatures; their exchange together
 * with the evidence; each gateway's own checks before it endorses; enforcement while enough trusted
 * members endorse, and no longer; the matcher; and the operator's allowlist, which always wins.
 *
 * <p>Exchange and enforcement are deterministic state machines on the contract of {@code
 * org.lagroups.machine}, tried in virtual time by {@code simnet}. Sockets, files, threads and the
 * clock belong in {@code org.lagroups.wormguard.runtime}; besides it, {@code
 * org.lagroups.wormguard.capture} opens capture files and interfaces. Other applications are never
 * used from here.
 */
@NullMarked
package org.lagroups.wormguard;

import org.jspecify.annotations.NullMarked;
