/** Tests of how the figures of a gateway between two hosts are read and told. */
@NullMarked
package org.lagroups.scenarios.bench.guard.inline;

import org.jspecify.annotations.NullMarked;
