/** Tests of nodes as processes. */
@NullMarked
package org.lagroups.scenarios.process;

import org.jspecify.annotations.NullMarked;
