package clinic.daybook.testing;

import java.net.http.HttpHeaders;

/** A request and what came of it. */
record Exchange(String method, String path, int status, HttpHeaders headers, String body) {

	/** Without parameters and their like. */
	@Override
	public String path() {
		int query = this.path.indexOf('?');
		return (query < 0) ? this.path : this.path.substring(0, query);
	}

	boolean asksForHeadersOnly() {
		return this.method.equals("HEAD");
	}

	String mediaType() {
		return this.headers.firstValue("Content-Type").orElse("none").replaceFirst("\\s*;.*", "");
	}

	@Override
	public String toString() {
		return this.method + " " + this.path + " -> " + this.status + " " + this.headers.map() + "\n" + this.body;
	}

}
