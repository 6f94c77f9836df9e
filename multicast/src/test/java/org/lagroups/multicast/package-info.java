/** Tests of the module as a whole. */
@NullMarked
package org.lagroups.multicast;

import org.jspecify.annotations.NullMarked;
