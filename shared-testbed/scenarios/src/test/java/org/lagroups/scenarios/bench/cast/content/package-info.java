/** Tests of what is distributed. */
@NullMarked
package org.lagroups.scenarios.bench.cast.content;

import org.jspecify.annotations.NullMarked;
