//! Solves one problem from a file and prints the total, the time and the memory as one line of JSON.
//!
//! The file holds little-endian numbers of 32 bits: how many columns, how many rows; the places of each column; then for
//! each row its price, how many choices it has, and column and cost of each.

use std::{
    fs::File,
    io::{self, BufReader, Read},
    time::Instant,
};

use assignment::{Choice, Method, Problem, solve, solve_by};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("which file?")?;
    let problem = read(&path)?;
    let began = Instant::now();
    let found = match arguments.next().as_deref() {
        Some("paths") => solve_by(&problem, Method::Paths).ok_or("too large")?,
        Some("auction") => solve_by(&problem, Method::Auction).ok_or("too large")?,
        _ => solve(&problem),
    };
    let seconds = began.elapsed().as_secs_f64();
    let assigned = found.columns.iter().flatten().count();
    println!(
        r#"{{"seconds": {seconds:.6}, "cost": {}, "assigned": {assigned}, "method": "{:?}", "peak_kib": {}}}"#,
        found.cost,
        found.method,
        peak_kib()?
    );
    Ok(())
}

fn read(path: &str) -> Result<Problem, Box<dyn std::error::Error>> {
    let mut file = BufReader::new(File::open(path)?);
    let (columns, rows) = (number(&mut file)?, number(&mut file)?);
    let places = (0..columns).map(|_| number(&mut file)).collect::<io::Result<Vec<u32>>>()?;
    let mut problem = Problem::new(places);
    for _ in 0..rows {
        let (price, choices) = (number(&mut file)?, number(&mut file)?);
        let choices = (0..choices).map(|_| Ok(Choice { column: number(&mut file)?, cost: number(&mut file)? }));
        problem.add_row(price, choices.collect::<io::Result<Vec<_>>>()?)?;
    }
    Ok(problem)
}

fn number(file: &mut impl Read) -> io::Result<u32> {
    let mut bytes = [0; 4];
    file.read_exact(&mut bytes)?;
    Ok(u32::from_le_bytes(bytes))
}

/// The most memory that this process has had, in KiB.
fn peak_kib() -> io::Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    Ok(line.and_then(|line| line.split_whitespace().next()).and_then(|kib| kib.parse().ok()).unwrap_or_default())
}
