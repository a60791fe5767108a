package clinic.daybook.app.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * How to get into the embedded PostgreSQL. There is a password because every user of the
 * machine can reach a loopback port.
 */
record DatabaseAccess(int port, String database, String username, String password) {

	String url() {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + this.database;
	}

	Connection connect() throws SQLException {
		return DriverManager.getConnection(url(), this.username, this.password);
	}

	@Override
	public String toString() {
		return url();
	}

}
