/** Shows that each rule of the architecture can fail, on classes that break it. */
@NullMarked
package org.lagroups.simnet.arch;

import org.jspecify.annotations.NullMarked;
