/** Tests of network namespaces. */
@NullMarked
package org.lagroups.scenarios.bench.group.space;

import org.jspecify.annotations.NullMarked;
