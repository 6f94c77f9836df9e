@NullMarked
package org.lagroups.multicast.runtime.store;

import org.jspecify.annotations.NullMarked;
