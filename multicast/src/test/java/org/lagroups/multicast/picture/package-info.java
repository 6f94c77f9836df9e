/** Tests of plans as pictures. */
@NullMarked
package org.lagroups.multicast.picture;

import org.jspecify.annotations.NullMarked;
