/** Tests of ways of distributing a file. */
@NullMarked
package org.lagroups.scenarios.bench.cast;

import org.jspecify.annotations.NullMarked;
