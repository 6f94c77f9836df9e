/**
 * Tests of the group protocol: on simulated nodes, and of its parts alone. Fixtures are in {@code
 * core.testing}.
 */
@NullMarked
package org.lagroups.core.group.protocol;

import org.jspecify.annotations.NullMarked;
