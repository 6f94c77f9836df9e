/** Tests of {@code core.crypto}. */
@NullMarked
package org.lagroups.core.crypto;

import org.jspecify.annotations.NullMarked;
