/** Tests of meshes of neighbours. */
@NullMarked
package org.lagroups.scenarios.bench.cast.mesh;

import org.jspecify.annotations.NullMarked;
