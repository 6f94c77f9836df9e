@NullMarked
package org.lagroups.multicast.runtime.session;

import org.jspecify.annotations.NullMarked;
