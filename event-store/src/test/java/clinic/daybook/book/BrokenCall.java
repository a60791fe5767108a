package clinic.daybook.book;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The connection breaks at the first append that is called on it. */
final class BrokenCall extends DelegatingDataSource {

	private final When when;

	boolean broken;

	/** Whether there is no other connection to be had afterwards. */
	boolean staysBroken;

	BrokenCall(DataSource target, When when) {
		super(target);
		this.when = when;
	}

	@Override
	public Connection getConnection() throws SQLException {
		if (this.broken && this.staysBroken) {
			throw new SQLException("No connection on purpose", "08001");
		}
		Connection connection = super.getConnection();
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, arguments) -> {
					Object result = invoke(connection, method, arguments);
					return (result instanceof PreparedStatement statement
							&& arguments[0].toString().contains("book.append")) ? breaking(connection, statement)
									: result;
				});
	}

	private Object breaking(Connection connection, PreparedStatement statement) {
		return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { PreparedStatement.class },
				(proxy, method, arguments) -> {
					boolean breaks = method.getName().equals("executeQuery") && !this.broken;
					if (breaks && this.when == When.BEFORE_IT_IS_SENT) {
						throw broken(connection);
					}
					Object result = invoke(statement, method, arguments);
					if (breaks) {
						throw broken(connection);
					}
					return result;
				});
	}

	private SQLException broken(Connection connection) throws SQLException {
		this.broken = true;
		connection.close();
		return new SQLException("An I/O error occurred", "08006");
	}

	private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	enum When {

		BEFORE_IT_IS_SENT, BEFORE_THE_ANSWER

	}

}
