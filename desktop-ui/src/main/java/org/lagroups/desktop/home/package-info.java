/** The first screen: what this node is doing now, who vouches for it, and what needs attention. */
@NullMarked
package org.lagroups.desktop.home;

import org.jspecify.annotations.NullMarked;
