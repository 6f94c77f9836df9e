/**
 * Fixtures for tests of whatever is built on groups; other modules get them as this module's
 * test-jar.
 *
 * <p>Start with {@link org.lagroups.core.testing.GroupWorld}: simulated nodes that attest to
 * everyone to whom they have a link. {@link org.lagroups.core.testing.TestIdentities} has keys
 * without the cost of making them, {@link org.lagroups.core.testing.MemoryGroupStore} is a disk,
 * {@link org.lagroups.core.testing.RawPeer} a node that says whatever the test wants. {@link
 * org.lagroups.core.testing.FakeLaGroups} is a group without any protocol, whose view the test
 * writes by hand.
 */
@NullMarked
package org.lagroups.core.testing;

import org.jspecify.annotations.NullMarked;
