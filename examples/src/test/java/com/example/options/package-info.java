/** A project of its own that uses every option there is, and watches what is sent. */
package com.example.options;
